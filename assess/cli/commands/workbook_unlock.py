"""`assess workbook unlock`: a step on the way of a department's sheets."""

from assess.cli.marking import marking_command

command = marking_command("unlock", "returned", "解锁一个部门的表，要写更正单号和理由。")
