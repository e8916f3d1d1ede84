/** The team view's shape before its figures come. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  shape: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  half: { width: "55%" },
  section: { width: "40%" },
  chart: { height: "180px" },
});

export function TeamSkeleton() {
  const { team } = useText();
  const styles = useStyles();
  return (
    <Skeleton aria-label={team.loading} className={styles.shape}>
      <SkeletonItem size={28} />
      <SkeletonItem size={16} className={styles.half} />
      <SkeletonItem size={16} className={styles.section} />
      <SkeletonItem size={20} className={styles.half} />
      <SkeletonItem size={16} className={styles.section} />
      <SkeletonItem size={20} className={styles.half} />
      <SkeletonItem className={styles.chart} />
    </Skeleton>
  );
}
