package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.signalman.chat.RenderedCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Slack's rules: its schema, and undocumented rules. */
final class BlockRules {
    private static final String TURNING_OR_HIDDEN =
            "\0\u0007\u001b\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\ufeff";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema MESSAGE = schema();

    private BlockRules() {}

    /** Checks a message that may be updated: rich text must stay. */
    static void check(RenderedCard renderedCard) {
        checkShape(renderedCard);
        assertThat(values(blocks(renderedCard), "type")).contains("rich_text");
    }

    /** Checks a link preview, in which Slack accepts no rich text. */
    static void checkPreview(RenderedCard renderedCard) {
        checkShape(renderedCard);
        assertThat(values(blocks(renderedCard), "type")).isSubsetOf("section", "context", "plain_text");
    }

    private static void checkShape(RenderedCard renderedCard) {
        var blocks = blocks(renderedCard);
        var message = JSON.createObjectNode().put("text", renderedCard.text());
        message.set("blocks", blocks);
        assertThat(MESSAGE.validate(message)).isEmpty();
        assertThat(blocks.size()).isLessThanOrEqualTo(50);
        assertThat(renderedCard.blocks().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(12_000);
        assertThat(renderedCard.text())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(3_000)
                .doesNotContain("<", ">");
        assertThat(values(blocks, "block_id")).doesNotHaveDuplicates();
        assertThat(values(blocks, "action_id")).doesNotHaveDuplicates();
        assertThat(values(blocks, "type")).doesNotContain("mrkdwn", "markdown", "broadcast");
        assertThat(values(blocks, "style").stream().filter("primary"::equals)).hasSizeLessThanOrEqualTo(1);
        nodes(blocks).forEach(BlockRules::checkNode);
        literal(renderedCard.text());
        assertThat(renderedCard.blocks().codePoints().filter(BlockRules::half)).isEmpty();
    }

    private static void checkNode(JsonNode node) {
        literal(node.path("text").asText());
        switch (node.path("type").asText()) {
            case "text", "link", "plain_text" ->
                assertThat(node.path("text").asText()).isNotEmpty();
            case "rich_text", "rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote" ->
                assertThat(node.path("elements")).isNotEmpty();
            case "static_select" -> assertThat(node.path("options")).isNotEmpty();
            case "overflow" -> assertThat(node.path("options").size()).isBetween(1, 5);
            default -> {}
        }
        if (node.path("type").asText().equals("plain_text")) {
            assertThat(node.path("emoji").asBoolean(true)).isFalse();
        }
        if (node.path("type").asText().equals("button")) {
            assertThat(node.path("text").path("text").asText().length()).isLessThanOrEqualTo(75);
            assertThat(node.path("value").asText().length()).isBetween(1, 1_900);
        }
        if (node.has("text") && node.has("value") && !node.has("type")) {
            assertThat(node.path("text").path("text").asText().length()).isLessThanOrEqualTo(75);
            assertThat(node.path("value").asText().length()).isLessThanOrEqualTo(75);
        }
    }

    /** Checks for invisible and bidirectional characters and unpaired surrogates. */
    private static void literal(String text) {
        assertThat(text.codePoints().filter(point -> TURNING_OR_HIDDEN.indexOf(point) >= 0 || half(point)))
                .isEmpty();
        assertThat(text.chars().filter(c -> c == '\u2068').count())
                .isEqualTo(text.chars().filter(c -> c == '\u2069').count());
    }

    private static boolean half(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    static JsonNode blocks(RenderedCard renderedCard) {
        try {
            return JSON.readTree(renderedCard.blocks());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> values(JsonNode root, String field) {
        return nodes(root)
                .map(node -> node.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    static Stream<JsonNode> nodes(JsonNode root) {
        return Stream.concat(
                Stream.of(root), StreamSupport.stream(root.spliterator(), false).flatMap(BlockRules::nodes));
    }

    private static JsonSchema schema() {
        try (var schema =
                BlockRules.class.getResourceAsStream("/dev/signalman/simulator/slack/slack-message.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Objects.requireNonNull(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
