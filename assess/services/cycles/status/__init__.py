"""How far a cycle is: counted, and as workbooks to send around."""
