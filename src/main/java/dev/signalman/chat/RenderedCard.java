package dev.signalman.chat;

/**
 * A card as a Slack message.
 *
 * @param text one or two plain sentences
 * @param blocks JSON of the blocks; {@code []} for a message of plain text alone
 */
public record RenderedCard(String text, String blocks) {}
