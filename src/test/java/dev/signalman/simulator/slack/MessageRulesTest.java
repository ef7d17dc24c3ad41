package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MessageRulesTest {
    private static final String SECTION = "{\"type\":\"section\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}%s}";

    private final SlackFixture at = new SlackFixture();

    MessageRulesTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private JsonNode post(String blocks) throws Exception {
        return at.call("chat.postMessage", "{\"channel\":\"C0BUILDS\",\"text\":\"x\",\"blocks\":" + blocks + "}");
    }

    private void refused(String blocks, String message, String pointer) throws Exception {
        var answer = post(blocks);
        assertThat(answer.path("error").asText()).isEqualTo("invalid_blocks");
        assertThat(answer.at("/response_metadata/messages").toString())
                .contains(message)
                .contains("[json-pointer:" + pointer + "]");
        assertThat(at.slack.messages(BUILDS)).isEmpty();
    }

    private static String section(String text, String more) {
        return SECTION.formatted(text, more);
    }

    private static String button(String id, String more) {
        return "{\"type\":\"button\",\"action_id\":\"%s\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}%s}"
                .formatted(id, more);
    }

    private static String actions(String... elements) {
        return "{\"type\":\"actions\",\"elements\":[" + String.join(",", elements) + "]}";
    }

    private static String times(int n, String block) {
        return IntStream.range(0, n).mapToObj(i -> block).collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void blocksAreAList() throws Exception {
        assertThat(post("{}").path("error").asText()).isEqualTo("invalid_blocks_format");
        assertThat(post("\"[{\"").path("error").asText()).isEqualTo("invalid_blocks_format");
    }

    @Test
    void unknownTypesAndFieldsAreRefused() throws Exception {
        refused("[{\"type\":\"nonsense\"}]", "", "/blocks/0/type");
        refused("[" + section("x", ",\"colour\":\"red\"") + "]", "colour", "/blocks/0");
    }

    @Test
    void lengthsAreCounted() throws Exception {
        refused("[" + section("x".repeat(3001), "") + "]", "at most 3,000", "/blocks/0/text/text");
        refused(
                "[" + actions(button("a", ",\"value\":\"" + "x".repeat(2001) + "\"")) + "]",
                "at most 2,000",
                "/blocks/0/elements/0/value");
        refused("[" + section("", "") + "]", "", "/blocks/0/text/text");
    }

    @Test
    void fiftyBlocksAreTheMost() throws Exception {
        assertThat(post(times(50, section("x", ""))).path("ok").asBoolean()).isTrue();
        assertThat(post(times(51, section("x", ""))).toString()).contains("no more than 50 items allowed");
    }

    @Test
    void allBlocksTogetherHaveALimitToo() throws Exception {
        assertThat(post(times(5, section("x".repeat(2900), ""))).path("error").asText())
                .isEqualTo("msg_blocks_too_long");
    }

    @Test
    void idsAreUnique() throws Exception {
        refused(times(2, section("x", ",\"block_id\":\"b\"")), "`block_id` b already exists", "/blocks/1/block_id");
        refused(
                "[" + actions(button("a", ""), button("a", "")) + "]",
                "`action_id` a already exists",
                "/blocks/0/elements/1/action_id");
        assertThat(post("[" + actions(button("a", "")) + "," + actions(button("a", "")) + "]")
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aSectionSaysSomething() throws Exception {
        refused("[{\"type\":\"section\"}]", "missing required field: text", "/blocks/0");
    }

    @Test
    void aLinkIsAUrl() throws Exception {
        refused(
                "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                        + "{\"type\":\"link\",\"url\":\"not a url\"}]}]}]",
                "invalid url",
                "/blocks/0/elements/0/elements/0/url");
        refused(
                "[" + actions(button("a", ",\"url\":\"javascript:alert(1)\"")) + "]",
                "invalid url",
                "/blocks/0/elements/0/url");
    }

    @Test
    void emptyRichTextIsRefused() throws Exception {
        refused(
                "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                        + "{\"type\":\"text\",\"text\":\"\"}]}]}]",
                "must be more than 0 characters",
                "/blocks/0/elements/0/elements/0/text");
    }

    @Test
    void aDialogSaysBothAnswers() throws Exception {
        refused(
                "["
                        + actions(button(
                                "a",
                                ",\"confirm\":{\"title\":{\"type\":\"plain_text\",\"text\":\"Sure?\"},"
                                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Really?\"}}"))
                        + "]",
                "missing required field: deny",
                "/blocks/0/elements/0/confirm");
    }

    @Test
    void alertsAreForModals() throws Exception {
        refused(
                "[{\"type\":\"alert\",\"text\":{\"type\":\"plain_text\",\"text\":\"x\"}}]",
                "unsupported type in messages: alert",
                "/blocks/0/type");
    }

    @Test
    void markdownIsCountedOverTheMessage() throws Exception {
        refused(
                times(2, "{\"type\":\"markdown\",\"text\":\"" + "x".repeat(6001) + "\"}"),
                "markdown must be at most 12000",
                "/blocks");
    }

    @Test
    void oneTableIsEnough() throws Exception {
        refused(
                times(2, "{\"type\":\"table\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"x\"}]]}"),
                "only one table is allowed",
                "/blocks");
    }
}
