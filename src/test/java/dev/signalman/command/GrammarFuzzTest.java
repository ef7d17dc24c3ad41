package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarFuzzTest {
    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com/ci/"));

    @Property(tries = 5000)
    void anyTextIsACommandOrARefusal(@ForAll String line) {
        commandOrRefusal(line);
    }

    @Property(tries = 10_000)
    void anyMixOfTheLanguageIsACommandOrARefusal(@ForAll("mixes") String line) {
        commandOrRefusal(line);
    }

    @Property(tries = 5000)
    void aSpoiltLineIsACommandOrARefusal(@ForAll("spoilt") String line) {
        commandOrRefusal(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "status \0",
                "status \uD83D",
                "\uDEA6",
                "status 🚦",
                "\u202e\u202e",
                "status \u001b[31m",
                "because",
                "help because",
                "=",
                "promote =",
                "\"",
                "\\",
                "“",
                "<!channel>",
                "promote \"\"",
                "status @",
                "status ://",
                "status http://",
                "status https://[",
                "status https://acme.semaphoreci.com/ci/projects/%",
                "status https://acme.semaphoreci.com/ci/projects/%00",
                "pipelines since=99999999999999999999d",
                "pipelines since=+1d",
                "pipelines since=2026-02-30"
            })
    void hostileLinesAreCommandsOrRefusals(String line) {
        commandOrRefusal(line);
    }

    /** Whatever else is thrown fails the test. What was read can be printed and read again. */
    private void commandOrRefusal(String line) {
        Command command;
        try {
            command = grammar.read(UnescapedText.decode(line));
        } catch (Refusal refusal) {
            assertThat(refusal.sentences()).isNotBlank();
            assertThat(refusal.suggestions()).hasSizeLessThanOrEqualTo(3);
            return;
        }
        assertThat(grammar.read(grammar.print(command))).isEqualTo(command);
    }

    @Provide
    Arbitrary<String> mixes() {
        var verb = Arbitraries.of(grammar.verbs().stream().map(Verb::words).toList());
        var piece = Arbitraries.oneOf(
                Arbitraries.of(
                        "web",
                        "@",
                        "web@main",
                        "to",
                        "because",
                        "override",
                        "again",
                        "all",
                        "nothing",
                        "pipeline",
                        "workflow",
                        "job",
                        "project",
                        "file=",
                        "since=",
                        "since=2d",
                        "X=",
                        "X=1",
                        "\"",
                        "“",
                        "”",
                        "\\",
                        "\\\"",
                        "3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
                        "https://acme.semaphoreci.com/ci/workflows/",
                        "https://acme.semaphoreci.com/ci/projects/web",
                        "?pipeline_id=",
                        "acme.semaphoreci.com/ci/jobs/",
                        "=",
                        "<",
                        ">",
                        "|",
                        "&amp;",
                        "%2f"),
                CommandArbitraries.name());
        var separator = Arbitraries.of(" ", " ", " ", "", "\u00a0", "\n");
        var rest = Combinators.combine(separator, piece)
                .as(String::concat)
                .list()
                .ofMaxSize(7)
                .map(words -> String.join("", words));
        return Combinators.combine(verb, rest).as(String::concat);
    }

    @Provide
    Arbitrary<String> spoilt() {
        return Combinators.combine(
                        CommandArbitraries.spoken().map(grammar::print),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.oneOf(
                                Arbitraries.just(""),
                                Arbitraries.strings().ofLength(1),
                                Arbitraries.of("\"", " ", "=", "@", "\\")),
                        Arbitraries.integers().between(0, 3))
                .as((line, where, put, cut) -> {
                    int at = (int) (where * line.length());
                    return line.substring(0, at) + put + line.substring(Math.min(line.length(), at + cut));
                });
    }
}
