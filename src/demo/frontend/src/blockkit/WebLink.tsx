import type { MouseEvent, ReactNode } from "react";
import { subjectOf } from "../ci/address";
import { useLook } from "../ci/looking";
import { isWebAddress } from "./harmless";

interface Props {
  href: string;
  className: string;
  children: ReactNode;
}

/** A link in a message. What the panel of the CI shows is pointed at there; everything else opens its page. */
export function WebLink({ href, className, children }: Props) {
  const look = useLook();
  if (!isWebAddress(href)) {
    return <span>{children}</span>;
  }
  const subject = subjectOf(href);
  const follow = (event: MouseEvent) => {
    if (subject && look(subject)) {
      event.preventDefault();
    }
  };
  return (
    <a href={href} className={className} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  );
}
