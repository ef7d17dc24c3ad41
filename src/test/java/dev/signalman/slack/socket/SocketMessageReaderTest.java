package dev.signalman.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SocketMessageReaderTest {
    @Test
    void aCommandIsTheFormThatItIsOverHttp() {
        var envelope = envelope("""
                {"envelope_id":"e1","type":"slash_commands","accepts_response_payload":true,
                 "payload":{"command":"/semaphore","text":"run web a=b&c","trigger_id":"1.2","is_enterprise_install":false}}""");

        assertThat(envelope.id()).isEqualTo("e1");
        assertThat(envelope.takesAnswer()).isTrue();
        assertThat(envelope.call().text())
                .isEqualTo("command=%2Fsemaphore&text=run+web+a%3Db%26c&trigger_id=1.2&is_enterprise_install=false");
        assertThat(envelope.call().header("content-type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void aPressIsAFormWithItsPayload() {
        var call = envelope("""
                {"envelope_id":"e2","type":"interactive","accepts_response_payload":true,
                 "payload":{"type":"block_actions","actions":[{"value":"a+b ü"}]}}""").call();

        assertThat(call.formParameters().get("payload"))
                .containsExactly("{\"type\":\"block_actions\",\"actions\":[{\"value\":\"a+b ü\"}]}");
    }

    @Test
    void anEventThatComesAgainSaysSoInTheHeaders() {
        var first = envelope("""
                {"envelope_id":"e3","type":"events_api","accepts_response_payload":false,"retry_attempt":0,
                 "retry_reason":"","payload":{"type":"event_callback","event_id":"Ev1"}}""");
        assertThat(first.takesAnswer()).isFalse();
        assertThat(first.call().header("x-slack-retry-num")).isNull();

        var again = envelope("""
                {"envelope_id":"e4","type":"events_api","accepts_response_payload":false,"retry_attempt":1,
                 "retry_reason":"timeout","payload":{"type":"event_callback","event_id":"Ev1"}}""");
        assertThat(again.call().header("x-slack-retry-num")).isEqualTo("1");
        assertThat(again.call().header("x-slack-retry-reason")).isEqualTo("timeout");
        assertThat(again.call().text()).isEqualTo(first.call().text());
    }

    @Test
    void theRestIsToldApart() {
        assertThat(SocketMessageReader.read("{\"type\":\"hello\",\"num_connections\":1}"))
                .isEqualTo(new SocketMessage.Hello());
        assertThat(SocketMessageReader.read("{\"type\":\"disconnect\",\"reason\":\"warning\"}"))
                .isEqualTo(new SocketMessage.Goodbye("warning"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "Ping from applink-2",
                "{\"type\":[]}",
                "{\"type\":\"slash_commands\",\"payload\":{}}",
                "{\"type\":\"news\",\"envelope_id\":\"e\"}",
                "{\"type\":\"interactive\",\"envelope_id\":\"e\",\"accepts_response_payload\":[1,2]}"
            })
    void whatIsNotShapedAsSlackShapesItIsPassedOver(String text) {
        assertThat(SocketMessageReader.read(text)).isEqualTo(new SocketMessage.Other());
    }

    private static SocketMessage.Envelope envelope(String text) {
        return (SocketMessage.Envelope) SocketMessageReader.read(text);
    }
}
