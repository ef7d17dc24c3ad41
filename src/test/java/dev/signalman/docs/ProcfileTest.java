package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A Procfile host starts the jar that the build makes. */
class ProcfileTest {
    @Test
    void theJarIsServedAndTextIsUtf8WhateverTheHostSays() throws IOException {
        var jar = "target/signalman.jar";

        assertThat(Files.readAllLines(Path.of("Procfile")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("web: java ")
                        .contains(" -Dfile.encoding=UTF-8 ")
                        .endsWith(" -jar " + jar + " serve"));
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>signalman</finalName>");
    }
}
