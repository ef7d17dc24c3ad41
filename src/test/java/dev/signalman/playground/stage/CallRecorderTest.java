package dev.signalman.playground.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is recorded of calls between bot, Slack and Semaphore. */
final class CallRecorderTest {
    @Test
    void theLastTwoThousandAreKept() throws Exception {
        var book = new CallRecorder(InstantSource.system());
        var heard =
                book.overhearing("bot", "Slack", path -> path, ReplySummary::byNumber, call -> Reply.text(200, "ok"));
        for (int i = 0; i < 2_030; i++) {
            heard.answer(new HttpCall("GET", "/" + i, "", Map.of(), new byte[0], "127.0.0.1"));
        }
        assertThat(book.last()).isEqualTo(2_030);
        assertThat(book.after(0))
                .hasSize(2_000)
                .extracting(RecordedCall::path)
                .startsWith("/30")
                .endsWith("/2029");
        assertThat(book.after(2_028)).extracting(RecordedCall::path).containsExactly("/2028", "/2029");
    }
}
