package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All refusals are in one document, generated from the source, so they can be read as a whole. After an intended
 * change, run {@code mvn test -Dtest=RefusalsTest -Dgolden.update=true} and read the difference.
 */
class RefusalsTest {
    private static final Path DOCUMENT = Path.of("docs/refusals.md");

    private static List<Refusals.Place> places = List.of();

    @BeforeAll
    static void read() throws IOException {
        places = new Refusals(SourceTree.read()).all();
    }

    @Test
    void theDocumentHoldsEveryOne() throws IOException {
        var document = RefusalsDocument.of(places);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    /** These places pass on other refusals' texts; any other place without text would be missing above. */
    @Test
    void placesWithoutWordsOnlyPassRefusalsOn() {
        assertThat(places)
                .filteredOn(place -> place.wordings().isEmpty())
                .extracting(place -> place.unit().substring(place.unit().lastIndexOf('.') + 1) + "#" + place.method())
                .containsOnly(
                        "Refusal#naming",
                        "ActRunner#notDone",
                        "ActRunner#unclear",
                        "ActRunner#sight",
                        "ActRunner#postpone",
                        "ActRunner#telling",
                        "UnkeyedRowAdoption#by",
                        "BreakGlassHandler#without",
                        "FailureCards#refused",
                        "FormRegistry#completed",
                        "SubscribeForm#ref",
                        "Judge#ask",
                        "Judgement#of");
    }

    @Test
    void eachIsAWholeSentenceOrMore() {
        assertThat(places)
                .flatExtracting(Refusals.Place::wordings)
                .allSatisfy(wording -> assertThat(wording).matches("(?s)([\\p{Lu}‹“\"#]|[a-z]+=).*"))
                .filteredOn(wording -> !wording.startsWith("Approvals: "))
                .filteredOn(wording -> !wording.startsWith("Parameters: "))
                .allSatisfy(wording -> assertThat(wording).matches("(?s).*[.:?›]"));
    }
}
