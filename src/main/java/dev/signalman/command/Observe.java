package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * What the bot says to itself after an act: look at a pipeline and bring its card up to date, or post it.
 *
 * @param pipelineId the pipeline to look at
 * @param promotion look for the pipeline that this promotion started from it; null to look at the pipeline itself
 * @param reason what the card shall say of how it came to be, e.g. who reran it; empty for nothing
 * @param attempt how often it was looked for already
 */
public record Observe(String pipelineId, @Nullable String promotion, String reason, int attempt) implements Command {}
