package dev.signalman.chat;

/**
 * A card as it will be sent.
 *
 * @param text one or two plain sentences
 * @param blocks JSON of the blocks; {@code []} for a message of plain text alone
 */
public record RenderedCard(String text, String blocks) {}
