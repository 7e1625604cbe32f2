"""How Alembic runs here: on the connection that it is given, never on one of its own."""

from alembic import context

import ariane.store.board_tables  # noqa: F401 - its tables join the others
from ariane.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
