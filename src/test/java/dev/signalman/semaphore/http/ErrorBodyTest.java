package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ErrorBodyTest {
    @Property(tries = 300)
    void anyBodyGivesOneShortLineThatSaysSomething(
            @ForAll String body, @ForAll @IntRange(min = 300, max = 599) int status) {
        var words = ErrorBody.of(body, status);

        assertThat(words).isNotBlank();
        assertThat(words.codePointCount(0, words.length())).isLessThanOrEqualTo(301);
        assertThat(words.chars()).noneMatch(Character::isISOControl);
    }

    @Property(tries = 300)
    void aSentenceIsTheSameInEachOfItsWrappings(@ForAll String noise) throws JsonProcessingException {
        var sentence = "No: " + noise;
        var bare = ErrorBody.of(sentence, 400);

        assertThat(ErrorBody.of(WireJson.MAPPER.writeValueAsString(sentence), 400))
                .isEqualTo(bare);
        assertThat(ErrorBody.of(WireJson.MAPPER.writeValueAsString(Map.of("message", sentence)), 400))
                .isEqualTo(bare);
    }
}
