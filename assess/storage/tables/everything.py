"""All tables, for what has to know every one of them: migrations and checks."""

from assess.storage.tables import (
    attachments,
    base,
    changes,
    cycles,
    duties,
    entries,
    keepers,
    people,
    records,
    settings,
    units,
)

#: The modules are imported for their tables.
_TABLES = (attachments, changes, cycles, duties, entries, keepers, people, records, settings, units)

metadata = base.Base.metadata
