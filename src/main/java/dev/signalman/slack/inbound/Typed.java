package dev.signalman.slack.inbound;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what turns the text of a slash command, as Slack escapes it, into what was typed. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Typed {}
