"""The tables of the first database: cycles, units, what is entered, every change."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all of them."""
    op.create_table(
        "content",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("size >= 0", name=op.f("ck_content_size")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_content")),
        sqlite_strict=True,
    )
    op.create_table(
        "cycle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("scheme_title", sa.Text(), nullable=False),
        sa.Column("scheme_sha256", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.CheckConstraint("code <> ''", name=op.f("ck_cycle_code")),
        sa.CheckConstraint("stage IN ('year', 'half_year')", name=op.f("ck_cycle_stage")),
        sa.ForeignKeyConstraint(["previous_id"], ["cycle.id"], name=op.f("fk_cycle_previous_id_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle")),
        sa.UniqueConstraint("code", name=op.f("uq_cycle_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_person_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("name", name=op.f("uq_person_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
        sqlite_strict=True,
    )
    op.create_table(
        "reading_choice",
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_reading_choice_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("cycle_id", "reading", name=op.f("pk_reading_choice")),
        sqlite_strict=True,
    )
    op.create_table(
        "received",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("signed", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Integer(), nullable=False),
        sa.Column("slice", sa.Text(), nullable=False),
        sa.Column("export", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.CheckConstraint("sealed IN (0, 1)", name=op.f("ck_received_sealed")),
        sa.CheckConstraint("signed IN (0, 1)", name=op.f("ck_received_signed")),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_received_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received")),
        sqlite_strict=True,
    )
    op.create_index("ix_received_cycle_id", "received", ["cycle_id"], unique=False)
    op.create_table(
        "scheme_text",
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_scheme_text_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("cycle_id", "position", name=op.f("pk_scheme_text")),
        sa.UniqueConstraint("cycle_id", "name", name=op.f("uq_scheme_text_cycle_id_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "change",
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("typed_by", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=True),
        sa.Column("checked_by", sa.Integer(), nullable=True),
        sa.Column("received_id", sa.Integer(), nullable=True),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_change_number")),
        sa.ForeignKeyConstraint(["checked_by"], ["person.id"], name=op.f("fk_change_checked_by_person")),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_change_cycle_id_cycle")),
        sa.ForeignKeyConstraint(["given_by"], ["person.id"], name=op.f("fk_change_given_by_person")),
        sa.ForeignKeyConstraint(["received_id"], ["received.id"], name=op.f("fk_change_received_id_received")),
        sa.ForeignKeyConstraint(["typed_by"], ["person.id"], name=op.f("fk_change_typed_by_person")),
        sa.PrimaryKeyConstraint("cycle_id", "number", name=op.f("pk_change")),
        sqlite_strict=True,
    )
    op.create_index("ix_change_address", "change", ["cycle_id", "address", "field"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_attachment_number")),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"],
            ["change.cycle_id", "change.number"],
            name=op.f("fk_attachment_cycle_id_change_change"),
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_attachment_cycle_id_cycle")),
        sa.ForeignKeyConstraint(["sha256"], ["content.sha256"], name=op.f("fk_attachment_sha256_content")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("cycle_id", "number", name=op.f("uq_attachment_cycle_id_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_confirmation_number")),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"],
            ["change.cycle_id", "change.number"],
            name=op.f("fk_confirmation_cycle_id_change_change"),
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_confirmation_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
        sa.UniqueConstraint("cycle_id", "number", name=op.f("uq_confirmation_cycle_id_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("bar", sa.Text(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("award", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_decision_number")),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"],
            ["change.cycle_id", "change.number"],
            name=op.f("fk_decision_cycle_id_change_change"),
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_decision_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("cycle_id", "number", name=op.f("uq_decision_cycle_id_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "duty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("assessors", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.CheckConstraint("item <> ''", name=op.f("ck_duty_item")),
        sa.CheckConstraint("valid_from <> ''", name=op.f("ck_duty_valid_from")),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"], ["change.cycle_id", "change.number"], name=op.f("fk_duty_cycle_id_change_change")
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_duty_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint("cycle_id", "item", "valid_from", name=op.f("uq_duty_cycle_id_item_valid_from")),
        sqlite_strict=True,
    )
    op.create_table(
        "keeper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"], ["change.cycle_id", "change.number"], name=op.f("fk_keeper_cycle_id_change_change")
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_keeper_cycle_id_cycle")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_keeper_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keeper")),
        sa.UniqueConstraint("cycle_id", "person_id", name=op.f("uq_keeper_cycle_id_person_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("short", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("table", sa.Text(), nullable=True),
        sa.Column("order", sa.Text(), nullable=True),
        sa.Column("head", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("takes_part", sa.Text(), nullable=True),
        sa.Column("absent", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.CheckConstraint("code <> ''", name=op.f("ck_unit_code")),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"], ["change.cycle_id", "change.number"], name=op.f("fk_unit_cycle_id_change_change")
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_unit_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("cycle_id", "code", name=op.f("uq_unit_cycle_id_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "year_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("node", sa.Text(), nullable=False),
        sa.Column("input", sa.Text(), nullable=False),
        sa.Column("assessor", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('value', 'nothing', 'waived', 'unconfirmed')", name=op.f("ck_year_entry_kind")),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"],
            ["change.cycle_id", "change.number"],
            name=op.f("fk_year_entry_cycle_id_change_change"),
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_year_entry_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_entry")),
        sa.UniqueConstraint(
            "cycle_id", "node", "input", "assessor", "group", "record", "field", name=op.f("uq_year_entry_address")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "achievement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("node", sa.Text(), nullable=False),
        sa.Column("input", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("record_class", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("identity", sa.Text(), nullable=True),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("amount", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_achievement_number")),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"],
            ["change.cycle_id", "change.number"],
            name=op.f("fk_achievement_cycle_id_change_change"),
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_achievement_cycle_id_cycle")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_achievement_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_achievement")),
        sa.UniqueConstraint(
            "unit_id", "node", "input", "number", name=op.f("uq_achievement_unit_id_node_input_number")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_achievement_cycle_id", "achievement", ["cycle_id"], unique=False)
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("node", sa.Text(), nullable=False),
        sa.Column("input", sa.Text(), nullable=False),
        sa.Column("assessor", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('value', 'nothing', 'waived', 'unconfirmed')", name=op.f("ck_entry_kind")),
        sa.ForeignKeyConstraint(
            ["cycle_id", "change"], ["change.cycle_id", "change.number"], name=op.f("fk_entry_cycle_id_change_change")
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_entry_cycle_id_cycle")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_entry_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint(
            "unit_id", "node", "input", "assessor", "group", "record", "field", name=op.f("uq_entry_address")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_entry_cycle_id", "entry", ["cycle_id"], unique=False)
