package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each claim in docs/security.md names an existing test or type, and so do the pages on Semaphore and Slack. */
class SecurityClaimsTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]+[A-Z]?\\w*?)(#\\w+)?`");
    private static final Pattern OF_TWO_WORDS = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w+)`");
    private static final Set<String> OF_SLACKS_SDK = Set.of("JavaWebSocket", "SlackConfig", "SocketModeApp");
    private static final Pattern NOT_STOPPED = Pattern.compile("\\*\\*(Not stopped|Nothing stops)");

    @Test
    void everyTestAndTypeThatItNamesExists() throws IOException {
        var named = named(NAME, "docs/security.md");
        named.remove("Unauthorized");
        assertThat(named).hasSizeGreaterThan(10);
        assertThat(types()).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/semaphore.md", "docs/slack.md"})
    void everyTypeThatReliesOnAFactExists(String page) throws IOException {
        var named = named(OF_TWO_WORDS, page);
        named.removeAll(OF_SLACKS_SDK);
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(types()).containsAll(named);
    }

    private static Set<String> named(Pattern pattern, String page) throws IOException {
        return pattern.matcher(Files.readString(Path.of(page)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> types() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void everyWayToActWronglyNamesAHolderOrSaysThatThereIsNone() throws IOException {
        var sections = List.of(Files.readString(Path.of("docs/security.md")).split("(?m)^## ")).stream()
                .skip(1)
                .toList();
        assertThat(sections)
                .hasSizeGreaterThan(7)
                .allSatisfy(section -> assertThat(NAME.matcher(section).find()
                                || NOT_STOPPED.matcher(section).find())
                        .as(section.lines().findFirst().orElse(""))
                        .isTrue());
    }
}
