"""The words of notes: how the reading of a value is written into a cell (see reading_notes)."""

#: Instead of a value: people judge it; it asks for nothing measurable.
JUDGED = "文字"
ASKS_NOTHING = "无要求"
#: Between value and clauses.
BETWEEN = "；"
#: A number that people judge.
JUDGED_NUMBER = "人工评定"
OVER = {"ratio": "超出按反比", "linear": "超出按差额", "none": "超出计0分"}
HARMLESS, PROPORTIONAL = "超过不扣", "正好按比例"
NO_REASON = "不要求写原因"
#: Before an expression, and before the edges of what can be entered.
FORMULA, POSSIBLE = "算式", "可能"
