/** The command's help, in English. Names of options and fields are the same in every language. */

const question = `  --channel ID       the policy's channel; plain mail's when left out
  --department ID    a department with its own calendar or response times`;
const policy = "  --policy FILE      the policy document; the package's default when left out";
const received = `  --received TIME    2026-11-20T16:30:00-06:00, or "2026-11-20 16:30" in the city's own time`;

export const englishHelp = {
  civicreply: `civicreply COMMAND [options]

  policy check FILE   every problem of a policy document, and what the city has to confirm
  due                 when a reply is due
  explain             why it is due then; with --facts, where each inquiry stands and why
  figures             a team's figures from facts, with the inquiries behind each
  business-time       office time between two instants
  holidays YEAR       proposes a year's closures
  triage FILE.eml     whether a message is on the clock, and why
  serve               runs the service
  backup --to FILE    a checked copy of the SQLite database, while the service goes on
  restore --from FILE puts a backup in the database's place
  export              every inquiry as a row, or its facts as explain and figures read them
  rebuild             derives every count from the facts again
  purge               takes away what is older than the policy keeps
  move --to ADDRESS   from the SQLite database into an empty PostgreSQL database

  --language TAG      en or fr; else as LC_ALL, LC_MESSAGES or LANG say

"civicreply COMMAND --help" shows what each takes.`,
  policy: `civicreply policy check FILE
civicreply policy check FILE --ndjson
civicreply policy check --ndjson < lines

  --ndjson   with FILE: out {"path","severity","message"} for each problem, one a line;
             without: in {"id","policy"}, out {"id","ok","problems"}

Exit status 1 when the policy cannot be used.`,
  due: `civicreply due --received TIME [--channel ID] [options]
civicreply due --ndjson < lines

${received}
${question}
${policy}
  --ndjson           in {"id","receivedAt","channel"}, out {"id","dueAt","dueDay","provisional"}, one a line;
                     dueAt and dueDay are null where nothing is due: the channel has no response
                     time, or the message came before the policy's countsFrom; in a period of
                     high volume also "announced": {"dueAt","dueDay","provisional"}`,
  explain: `civicreply explain --received TIME [--channel ID] [options]
civicreply explain --ndjson < lines
civicreply explain --facts FILE [--at TIME] [--ndjson]

${received}
${question}
  --source NAME      where the time comes from: exchange, header, created, person
  --facts FILE       facts of inquiries, a JSON list or one a line: for each inquiry where it stands, its
                     due date's whole chain, what its facts said and why that counts
  --at TIME          as of when; now when left out
${policy}
  --ndjson           in {"id","receivedAt","channel"}, out the chain as data, one a line;
                     with --facts: out one object an inquiry`,
  figures: `civicreply figures --facts FILE [options]

The team figures of the pane and the service, worked out from the facts again, each with the inquiries behind it.

  --facts FILE       facts of inquiries, a JSON list or one a line
  --department ID    one department's figures; all when left out
  --at TIME          as of when; now when left out
  --weeks N          length of the period that ends then; 4 when left out
${policy}
  --ndjson           out one figure a line: {"figure","value","inquiries"}`,
  "business-time": `civicreply business-time --from TIME --to TIME [options]
civicreply business-time --ndjson < lines

  --from, --to TIME  2026-11-20T16:30:00-06:00, or "2026-11-20 16:30" in the city's own time
  --department ID    a department with its own calendar
${policy}
  --ndjson           in {"id","from","to"}, and "department" if wanted, out {"id","milliseconds","minutes"}, one a line`,
  holidays: `civicreply holidays YEAR [options]
civicreply holidays --ndjson < lines

  --easter-monday       closed on Easter Monday
  --christmas-closure   closed between Christmas and New Year
  --remembrance-stays   Remembrance Day on a weekend gives no weekday off
  --ics FILE            proposes the whole days of an iCalendar file that fall in YEAR instead
  --policy FILE         the policy whose closures are asked after; the package's default when left out
  --ndjson              out {"date","name","rule"}, one a line; without YEAR: in {"id","year"}, out {"id","closures"}`,
  triage: `civicreply triage [--policy FILE] FILE.eml…
civicreply triage [--policy FILE] --ndjson < lines

Says of each message, one JSON object a line, whether it is on the clock:
  {"id","onTheClock","reason","channel","rule","probable"}
An .eml file's id is its name; folders and .mbox files are read message by message.

${policy}
  --ndjson           each line in is a message:
    {"id","from":{"name","address"},"sender"?,"replyTo":[…],"to":[…],"cc":[…],"subject",
     "headers":[["name","value"],…],"itemClass"?,"parts":[{"type","method"?,"reportType"?,"embedded"?}],"receivedAt"}

What cannot be read is answered in its place with {"id","error"}, and the exit status is 1.`,
  serve: `civicreply serve [options]

  --port N           port to listen on (CIVICREPLY_PORT)
  --host ADDRESS     address to listen on (CIVICREPLY_HOST; 127.0.0.1)
  --policy FILE      the policy document (CIVICREPLY_POLICY)
  --database FILE    the SQLite file (CIVICREPLY_DATABASE)
  --settings FILE    settings as NAME=value lines (CIVICREPLY_SETTINGS)
  --check            reads settings, policy, certificate and database, says what is wrong or "ready to start", and
                     starts nothing; exit status 1 when something is wrong
  --help             this text

Everything else is set in the environment or the file; docs/deploy.md lists it. An option wins over the environment,
the environment over the file.`,
};
