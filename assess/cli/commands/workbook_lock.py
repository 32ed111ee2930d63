"""`assess workbook lock`: a step on the way of a department's sheets."""

from assess.cli.marking import marking_command

command = marking_command("lock", "locked", "锁定一个部门的表（签字以后）：以后改动要写更正单号和理由。")
