package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerbsTest {
    private static final Grammar GRAMMAR = new Grammar(URI.create("https://acme.semaphoreci.com"));

    static Stream<Class<?>> commands() {
        return Arrays.stream(Command.class.getPermittedSubclasses());
    }

    static Stream<Verb<?>> verbs() {
        return new Verbs().all().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAVerbOfItsOwn(Class<?> command) throws ReflectiveOperationException {
        var verb = (Verb<?>) Objects.requireNonNull(command.getField("VERB").get(null));
        assertThat(GRAMMAR.readOwn(verb.example())).isInstanceOf(command);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void anExampleIsReadAndPrintedAsItStands(Verb<?> verb) {
        var command = GRAMMAR.readOwn(verb.example());
        assertThat(GRAMMAR.verbOf(command)).isSameAs(verb);
        assertThat(GRAMMAR.readOwn(GRAMMAR.print(command))).isEqualTo(command);
        assertThat(verb.example()).isEqualTo(GRAMMAR.print(command));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void aVerbIsWrittenForPeople(Verb<?> verb) {
        assertThat(verb.words())
                .isEqualTo(verb.words().toLowerCase(Locale.ROOT))
                .isNotBlank();
        assertThat(verb.summary()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
        assertThat(verb.pattern())
                .startsWith(verb.words())
                .isEqualTo(verb.pattern().strip());
    }

    @Test
    void internalCommandsAreNotInHelp() {
        assertThat(GRAMMAR.verbs())
                .extracting(Verb::words)
                .contains("help", "agents create")
                .doesNotContain("observe", "refresh");
        assertThat(GRAMMAR.verb("observe")).isEmpty();
        assertThat(GRAMMAR.verb("agents disable")).isPresent();
    }

    @Test
    void thePropertiesAreTriedOnEveryCommand() {
        var tried = Arbitraries.oneOf(CommandArbitraries.spoken(), CommandArbitraries.internal())
                .sampleStream()
                .limit(3000)
                .map(Object::getClass)
                .collect(Collectors.<Class<?>>toSet());
        assertThat(tried).containsAll(commands().toList());
    }

    /** The file is help as people read it; after an intended change, run with {@code -Dgolden.update=true}. */
    @Test
    void helpReadsAsReviewed() throws IOException {
        var help = GRAMMAR.verbs().stream()
                .map(verb -> "%s%n    %s%n    e.g. %s%n".formatted(verb.pattern(), verb.summary(), verb.example()))
                .collect(Collectors.joining())
                .replace(System.lineSeparator(), "\n");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("src/test/resources/dev/signalman/command/help.txt"), help);
            return;
        }
        try (var reviewed = Objects.requireNonNull(getClass().getResourceAsStream("help.txt"))) {
            assertThat(help).isEqualTo(new String(reviewed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
