package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MessageTextTest {
    private final SlackFixture at = new SlackFixture();

    MessageTextTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    private PostedMessage sample(String name) throws Exception {
        try (var file = Objects.requireNonNull(MessageTextTest.class.getResourceAsStream(name))) {
            return at.posted(BUILDS, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCardIsDrawnAsAPersonReadsIt() throws Exception {
        assertThat(sample("failed.json").drawn()).isEqualTo("""
                        ❌ *shop* failed on `main` · Open
                        Count <!channel> & *stars* once
                        • Test › unit
                        • Test › browser
                        ```
                        expected 3
                        got 4
                        ```
                        asked by @U0ALICE at 16:00 UTC
                        ✅ Build  ⏩ Publish :shrug:
                        [Rebuild failed] [Logs]""");
    }

    @Test
    void menusAccessoriesAndMarkupAreDrawnToo() throws Exception {
        assertThat(sample("listing.json").drawn()).isEqualTo("""
                        # Subscriptions
                        Ask @alice or see the page & more, 16:00  [Remove]
                        ───
                        shop
                        main
                        [Promote to ▾ staging / production] [… Mute]""");
    }

    @Test
    void aMessageWithoutBlocksIsItsText() throws Exception {
        at.methods().chatPostMessage(r -> r.channel(BUILDS).text("<https://acme.test|web> passed &lt;3 :rocket:"));

        assertThat(at.last(BUILDS).drawn()).isEqualTo("web passed <3 🚀");
    }
}
