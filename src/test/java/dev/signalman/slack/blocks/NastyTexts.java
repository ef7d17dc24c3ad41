package dev.signalman.slack.blocks;

import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextSpan;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Hostile and unusual text. */
final class NastyTexts {
    private NastyTexts() {}

    static Arbitrary<String> words() {
        var known = Arbitraries.of(
                "",
                " ",
                "\0",
                "main",
                "<!channel>",
                "<@U0ALICE>",
                "<https://evil.example|here>",
                "https://evil.example",
                "& &amp; < >",
                ":skull:",
                "``` `` `",
                "\u202eniam\u202c",
                "שלום",
                "مرحبا",
                "\u200b\u200e\u2066",
                "\ud83d",
                "\ude00\ud83d",
                "👩\u200d💻",
                "e\u0301\u0301\u0301\u0301",
                "\u001b[31mred",
                "a\r\nb\tc\u2028d",
                "\ufffe\uffff",
                "\"\\\"\\");
        var odd = Arbitraries.strings().all().ofMaxLength(60);
        var piece = Arbitraries.frequencyOf(Tuple.of(4, known), Tuple.of(2, odd), Tuple.of(1, lengthy()));
        return piece.list().ofMinSize(1).ofMaxSize(3).map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> lengthy() {
        return Arbitraries.of("long ", "𝒳", "ש", "&", "\"", "\\", "界").map(piece -> piece.repeat(3_000));
    }

    static Arbitrary<String> urls() {
        return Arbitraries.oneOf(
                words(),
                Arbitraries.of(
                        SampleCards.URL,
                        "http://localhost:8080/x",
                        "http://evil.example",
                        "javascript:alert(1)",
                        "https://a@b.example",
                        "https://[",
                        "https://x.example/|<!here>",
                        "https://x.example/" + "a".repeat(2_900)));
    }

    static Arbitrary<Text> texts() {
        Arbitrary<TextSpan> span = Arbitraries.oneOf(
                words().map(TextSpan.Plain::new),
                words().map(TextSpan.Bold::new),
                words().map(TextSpan.Code::new),
                words().flatMap(words -> urls().map(url -> new TextSpan.Link(words, url))),
                Arbitraries.of(Symbol.class).map(TextSpan.Emoji::new),
                Arbitraries.of(Instant.EPOCH, Instant.MAX, SamplePipeline.BEGAN).map(at -> new TextSpan.Time(at)),
                words().map(words -> new TextSpan.Mention(words, words)),
                Arbitraries.just(new TextSpan.Mention("U0ALICE", "Alice")),
                words().map(words -> new TextSpan.Group(words, words)),
                Arbitraries.just(new TextSpan.Group("S0RELEASE", "release")),
                words().map(TextSpan.Channel::new),
                Arbitraries.just(new TextSpan.Channel("C0BUILDS")));
        return span.list().ofMaxSize(30).map(Text::new);
    }
}
