import type { MouseEvent, ReactNode } from "react";
import { subjectOf } from "../ci/address";
import { useLook } from "../ci/looking";
import { isWebAddress } from "./harmless";

interface Props {
  href: string;
  className: string;
  children: ReactNode;
}

/** A link in a message. Links to the simulated Semaphore open its panel, since it has no web pages. */
export function WebLink({ href, className, children }: Props) {
  const look = useLook();
  if (!isWebAddress(href)) {
    return <span>{children}</span>;
  }
  const subject = subjectOf(href);
  const follow = (event: MouseEvent) => {
    if (subject) {
      event.preventDefault();
      look(subject);
    }
  };
  return (
    <a href={href} className={className} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  );
}
