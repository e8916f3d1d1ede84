/** What the commands say that keep, export and move a city's data, in English. */

const database = "  --database FILE    the SQLite file; as `serve` finds it when left out";
const eitherDatabase =
  "  --database FILE    the SQLite file; when left out the database that `serve` would use, SQLite or PostgreSQL";
const settings = "  --settings FILE    settings as NAME=value lines (CIVICREPLY_SETTINGS)";

export const englishDatabaseHelp = {
  backup: `civicreply backup --to FILE [options]

Copies the SQLite database as it is at one moment, while the service goes on, and checks the copy. Only its owner may
read it: it holds the key under which inquiries are named. PostgreSQL has its own pg_dump.

  --to FILE          the backup; nothing is written over unless told
  --replace          a FILE that is there is replaced, once the new one is whole
${database}
${settings}`,
  restore: `civicreply restore --from FILE [options]

Puts a checked copy of a backup in the place of the SQLite database, and keeps what was there beside it under a name
with the time. Stop the service first: while another program has the database open, nothing is done.

  --from FILE        the backup
${database}
${settings}`,
  export: `civicreply export --format csv|json [options] > FILE

Inquiries in the order of their names, metadata only. docs/export.md explains the columns.

  --format csv       a row for each inquiry, as it stands now
  --format json      facts, one a line, as "civicreply explain --facts" and "civicreply figures --facts" read them
  --from, --to DAY   only inquiries received on these days, both included, such as 2026-11-01
  --bom              begins with a byte order mark, by which Excel knows UTF-8
${eitherDatabase}
${settings}`,
  rebuild: `civicreply rebuild [options]

Derives every inquiry's dates and every daily count from the facts again, and says how many counts were others. What is
reported meanwhile waits in the panes.

${eitherDatabase}
${settings}`,
  purge: `civicreply purge [options]

Takes away the facts of settled inquiries that are older than the policy keeps them (privacy.retentionDays), and of those
that were withdrawn as private before the last purge. Their daily totals stay. The service does the same once a day.

${eitherDatabase}
${settings}`,
  move: `civicreply move --to ADDRESS [options]

Moves all that the SQLite database holds into an empty PostgreSQL database, in one transaction: all of it, or nothing.
Stop the service first. Every row is read back and compared, and every count derived from the facts again. The SQLite
file stays as it was.

  --to ADDRESS       postgres://user@host/database; the password may come from PGPASSWORD
${database}
${settings}`,
};

export const englishDatabase = {
  /* keeping, exporting and moving data */
  sayTo: "name the file to write: --to FILE",
  sayBackup: "name the backup: --from FILE",
  sayFormat: "say in which form: --format csv or --format json",
  sayDays: "--from and --to take days such as 2026-11-01, the first one not after the last",
  sayServer: "say where to: --to postgres://user@host/database",
  fileOnly:
    "The settings name a PostgreSQL database, which this command cannot handle: name an SQLite file with --database. For PostgreSQL, pg_dump makes a backup and pg_restore restores it.",
  backedUp: (file: string, facts: number) => `Backup ${file}: ${facts} facts, checked.`,
  restored: (file: string, facts: number) => `Database ${file}: ${facts} facts, restored and checked.`,
  keptAs: (file: string) => `What was there before is kept as ${file}.`,
  purged: (inquiries: number, days: number | null) =>
    `${inquiries} ${inquiries === 1 ? "inquiry" : "inquiries"} taken away; the totals stay. ${
      days === null ? "The policy names no retention: only what is private goes." : `The policy keeps ${days} days.`
    }`,
  rebuilt: (others: number) =>
    others === 0
      ? "All counts are those of the facts."
      : `${others === 1 ? "1 count was" : `${others} counts were`} not that of the facts and ${others === 1 ? "is" : "are"} right now.`,
  moved: (facts: number, inquiries: number) =>
    `Moved and compared: ${facts} facts of ${inquiries} inquiries, the policy's versions and everything else.`,
  serveFromThere: (file: string) =>
    `Now let the service use the new database (CIVICREPLY_DATABASE_URL). ${file} stays as it was.`,
};
