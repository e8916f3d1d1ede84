/** Leads to what is seldom needed. */
import { Button, makeStyles, useMergedRefs } from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons/svg/more-horizontal";
import type { Ref } from "react";
import type { MessageView } from "../../addin/addin.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { laterMenu, type Press } from "../chunks/laterMenu.tsx";
import { useText } from "../text/useText.tsx";

const MoreMenu = laterMenu(() =>
  import(/* webpackChunkName: "menus" */ "./MoreMenu.tsx").then((module) => module.MoreMenu),
);

const useStyles = makeStyles({ more: { marginLeft: "auto", minWidth: "auto" } });

interface MoreButtonProps {
  readonly ref: Ref<HTMLButtonElement>;
  readonly view: MessageView;
  readonly standing: Standing;
  readonly onCorrectDay: () => void;
}

export function MoreButton({ ref, ...menu }: MoreButtonProps) {
  return <MoreMenu {...menu} trigger={(press) => <Dots {...press} outer={ref} />} />;
}

function Dots({ outer, ref, ...press }: Press & { readonly outer: Ref<HTMLButtonElement> }) {
  const { more } = useText();
  const styles = useStyles();
  return (
    <Button
      {...press}
      ref={useMergedRefs(outer, ref as Ref<HTMLButtonElement>)}
      appearance="subtle"
      size="small"
      className={styles.more}
      icon={<MoreHorizontal20Regular />}
      aria-label={more.more}
    />
  );
}
