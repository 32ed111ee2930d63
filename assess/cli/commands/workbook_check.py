"""`assess workbook check`: a step on the way of a department's sheets."""

from assess.cli.marking import marking_command

command = marking_command("check", "checked", "记下一个部门的表已核对。核对以后再收一次，状态退回已收。")
