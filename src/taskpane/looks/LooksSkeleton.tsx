/** The list's shape before it comes. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useText } from "../text/useText.tsx";

const useStyles = makeStyles({
  shape: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

export function LooksSkeleton() {
  const { looks } = useText();
  const styles = useStyles();
  return (
    <Skeleton aria-label={looks.loading} className={styles.shape}>
      <SkeletonItem size={32} />
      <SkeletonItem size={32} />
      <SkeletonItem size={32} />
    </Skeleton>
  );
}
