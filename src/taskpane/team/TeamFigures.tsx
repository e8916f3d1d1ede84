/** The figures of a department: the sentence first, then what needs help, then the rest. */
import { Badge, Caption1, makeStyles, Subtitle2, Title3, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { isFullySeen } from "../../domain/timeliness/coverage.ts";
import type { TeamStatistics } from "../../domain/timeliness/statistics.ts";
import { minuteMs } from "../../domain/time.ts";
import { durationInWords, monthDay, shortDay } from "../../domain/wording/dates.ts";
import { shortMoment } from "../dayNames.ts";
import { Line } from "../Line.tsx";
import { usePane } from "../pane.tsx";
import { useText } from "../text/useText.tsx";
import { ChannelBars } from "./ChannelBars.tsx";
import { coverageSentence } from "./coverage.ts";
import { Figure } from "./Figure.tsx";
import { NeedsHelp } from "./NeedsHelp.tsx";
import { OffTheClock } from "./OffTheClock.tsx";
import { shareSentence, smallestGroup, trendInWords } from "./share.ts";
import { Weeks } from "./Weeks.tsx";

const useStyles = makeStyles({
  figures: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  head: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXXS },
  sentence: { margin: 0 },
  sentenceButton: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  details: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "baseline" },
  quiet: { color: tokens.colorNeutralForeground2 },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM },
  heading: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function TeamFigures({ statistics }: { readonly statistics: TeamStatistics }) {
  const { team } = useText();
  const styles = useStyles();
  return (
    <div className={styles.figures}>
      <Opening statistics={statistics} />
      <Section title={team.needsHelp}>
        <NeedsHelp statistics={statistics} />
      </Section>
      <Section title={team.howQuickly}>
        <HowQuickly replyTimes={statistics.replyTimes} />
      </Section>
      {statistics.channels.length > 0 && (
        <Section title={team.byChannel}>
          <ChannelBars channels={statistics.channels} />
        </Section>
      )}
      <Section
        title={
          <Figure term="weeks" className={styles.heading}>
            {team.byWeek}
          </Figure>
        }
      >
        <Weeks weeks={statistics.weeks} />
      </Section>
      <Line />
      <OffTheClock {...statistics} />
    </div>
  );
}

function HowQuickly({ replyTimes: { from, to, replied, medianMinutes } }: Pick<TeamStatistics, "replyTimes">) {
  const { team, language } = useText();
  const styles = useStyles();
  const isShown = medianMinutes !== null && replied >= smallestGroup;
  return (
    <div className={styles.line}>
      <Figure term="median">
        {isShown ? team.median(durationInWords(medianMinutes * minuteMs, language)) : team.noMedian(replied)}
      </Figure>
      <Caption1 className={styles.quiet}>
        {isShown && `${team.ofReplies(replied)}, `}
        {team.wholeWeeks(monthDay(from, language), monthDay(to, language))}
      </Caption1>
    </div>
  );
}

/** The sentence that answers the view's question, and what it rests on. */
function Opening({ statistics }: { readonly statistics: TeamStatistics }) {
  const { state } = usePane();
  const text = useText();
  const { team, language } = text;
  const styles = useStyles();
  const { compliance, before } = statistics;
  const trend = trendInWords(compliance, before, team);
  return (
    <div className={styles.head}>
      <Title3 as="h1" className={styles.sentence}>
        <Figure term="compliance" className={styles.sentenceButton}>
          {shareSentence(compliance, team)}
        </Figure>
      </Title3>
      <div className={styles.details}>
        {compliance.due >= smallestGroup && <span>{team.ofDue(compliance.met, compliance.due)}</span>}
        {trend !== null && <Figure term="trend">{trend}</Figure>}
        <Figure term="coverage">{coverageSentence(statistics, state.calendar, text)}</Figure>
        {statistics.sampleData && (
          <Figure term="sample">
            <Badge appearance="outline" color="informative">
              {team.sample}
            </Badge>
          </Figure>
        )}
      </div>
      <Caption1 className={styles.quiet}>
        {team.period(shortDay(statistics.from, language), shortDay(statistics.to, language))}
        {!isFullySeen(statistics.coverage) && `, ${team.soFar}`}
        {state.calendar !== null && ` · ${team.asOf(...shortMoment(statistics.asOf, state.calendar, text))}`}
      </Caption1>
    </div>
  );
}

function Section({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
}
