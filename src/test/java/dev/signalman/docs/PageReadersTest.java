package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page for people who install, configure, use or run the bot says first whom it is for, and which question it answers. */
final class PageReadersTest {
    private static final Pattern READER_AND_QUESTION = Pattern.compile("# .+\\R\\RFor [^:]+: [^?]+\\?\\R\\R");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agents",
                "approvals-and-break-glass",
                "commands",
                "configuration",
                "deploy",
                "gate",
                "install-http-proxy",
                "ledger",
                "locks-and-freezes",
                "operations",
                "personal-tokens",
                "playground",
                "second-factor",
                "semaphore-setup",
                "subscriptions",
                "testing-rules",
                "troubleshooting"
            })
    void theFirstLineNamesReaderAndQuestion(String page) {
        assertThat(READER_AND_QUESTION
                        .matcher(MarkdownPage.of("docs/" + page + ".md").text())
                        .lookingAt())
                .isTrue();
    }
}
