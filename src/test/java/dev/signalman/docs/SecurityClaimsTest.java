package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each claim in docs/security.md names an existing test or type. */
class SecurityClaimsTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]+[A-Z]?\\w*?)(#\\w+)?`");
    private static final Pattern NOT_STOPPED = Pattern.compile("\\*\\*(Not stopped|Nothing stops)");

    @Test
    void everyTestAndTypeThatItNamesExists() throws IOException {
        var there = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> there.add(name.replace(".java", "")));
        }
        var named = NAME.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("Unauthorized"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(10);
        assertThat(there).containsAll(named);
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
