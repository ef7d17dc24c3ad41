package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
    private static final DateTimeFormatter DESCRIBED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Provide
    Arbitrary<Instant> times() {
        var seconds = Arbitraries.longs().between(1, 253_402_300_799L);
        var micros = Arbitraries.integers().between(0, 999_999);
        return Combinators.combine(seconds, micros).as((second, micro) -> Instant.ofEpochSecond(second, micro * 1000L));
    }

    @Property(tries = 300)
    void everyFormGivesTheSameTime(@ForAll("times") Instant time) {
        var pair = JsonNodeFactory.instance.objectNode();
        pair.put("seconds", time.getEpochSecond()).put("nanos", time.getNano());
        var asText = JsonNodeFactory.instance.objectNode();
        asText.put("seconds", Long.toString(time.getEpochSecond())).put("nanos", time.getNano());
        var whole = Instant.ofEpochSecond(time.getEpochSecond());

        assertThat(WireTime.read(new TextNode(DESCRIBED.format(time)))).isEqualTo(time);
        assertThat(WireTime.read(new TextNode(time.toString()))).isEqualTo(time);
        assertThat(WireTime.read(pair)).isEqualTo(time);
        assertThat(WireTime.read(asText)).isEqualTo(time);
        assertThat(WireTime.read(new LongNode(whole.getEpochSecond()))).isEqualTo(whole);
        assertThat(WireTime.read(new TextNode(Long.toString(whole.getEpochSecond()))))
                .isEqualTo(whole);
    }

    @Property(tries = 300)
    void noTextWhateverBreaksIt(
            @ForAll String text, @ForAll long number, @ForAll @DoubleRange(max = 1e300) double fraction) {
        var seconds = JsonNodeFactory.instance.objectNode();
        seconds.put("seconds", number).put("nanos", text);

        assertThat(WireTime.read(new TextNode(text + "x"))).isNull();
        assertThat(WireTime.read(new LongNode(number)) == null).isEqualTo(number <= 0 || number > 253_402_300_799L);
        assertThat(WireTime.read(DoubleNode.valueOf(-fraction))).isNull();
        assertThat(WireTime.read(seconds) == null || number > 0).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "0",
                "\"0\"",
                "\"\"",
                "\" \"",
                "-1",
                "\"-1\"",
                "true",
                "[]",
                "{}",
                "{\"seconds\": 0, \"nanos\": 0}",
                "{\"seconds\": \"0\", \"nanos\": 0}",
                "{\"seconds\": null}",
                "{\"seconds\": 5, \"nanos\": -5}",
                "\"1970-01-01 00:00:00.000000Z\"",
                "\"1970-01-01T00:00:00Z\"",
                "\"2019-13-45 00:00:00Z\"",
                "\"soon\"",
                "\"999999999999999999\"",
                "1e300",
                "9223372036854775807",
            })
    void aTimeThatIsNotSetIsNone(String json) throws IOException {
        assertThat(WireTime.read(WireJson.MAPPER.readTree(json))).isNull();
    }
}
