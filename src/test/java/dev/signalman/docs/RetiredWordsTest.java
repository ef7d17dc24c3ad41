package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Words that we no longer use where people read: CONTRIBUTING.md, "Words people read". */
class RetiredWordsTest {
    private static final List<Path> FILES = List.of(
            Path.of("src/test/resources"),
            Path.of("src/main/resources"),
            Path.of("docs/refusals.md"),
            Path.of("docs/words.md"));

    private static final Pattern RETIRED = Pattern.compile(
            "(?i)\\bwhoever\\b|\\bwhosoever\\b|right would be|whoever runs me|stands? (?:on|in|under|at)\\b"
                    + "|(?:break|breaks|broke|broken|breaking) the glass|glass (?:is|was) (?:whole|broken)|the glass broken"
                    + "|\\bis to (?:say|be|bind)\\b|\\bis wanted\\b|what is meant|that can be meant|\\banew\\b|\\bmend\\b"
                    + "|\\bin a while\\b|\\bjust now,|say help\\b|\\bSay \\\\?\"|is told\\b|\\bare told\\b|worth a look|all is fine"
                    + "|does not tell|cannot tell|\\bsomebody\\b|\\bsome ?body's\\b|all the same|once more is|were looked at|no sign of"
                    + "|(?:^|\")(?:keep it|leave it|leave them|not yet)(?:$|\")|still to come from|past signalman|is on its way"
                    + "|promoted alone|to be cleared|not cleared|cleared by|have cleared|may clear|(?<!there )is no (?:number|time|length|head|verb|result|folder|file)\\b"
                    + "|one word too many|is missing (?:before|after)|my token|the own semaphore token|asked for by|asks to promote|as it is told"
                    + "|organisation|recognis|synchronis|summaris(?:es|ed)|\\bspelt\\b|colour|behaviour"
                    + "|nothing to choose|this takes a|which one do you mean|a question i need|not a sign of|name a job by|name one by|lock without server"
                    + "|lock again with|unlock without|access, (?:override|‹)|, (?:pipeline_files|branches|from)\\)");

    @Test
    void noTextOfTheSourceHasOne() throws IOException {
        var found = new ArrayList<String>();
        SourceTree.read()
                .units()
                .forEach((unit, tree) -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitLiteral(LiteralTree literal, Void none) {
                        if (literal.getValue() instanceof String text
                                && RETIRED.matcher(text).find()) {
                            found.add(unit + ": " + text);
                        }
                        return null;
                    }

                    @Override
                    public Void visitAnnotation(AnnotationTree annotation, Void none) {
                        return annotation.getAnnotationType().toString().equals("SuppressWarnings")
                                ? null
                                : super.visitAnnotation(annotation, null);
                    }
                }.scan(tree, null));

        assertThat(found).as("texts with retired words").isEmpty();
    }

    @Test
    void noFileThatShowsTextsHasOne() throws IOException {
        var found = new ArrayList<String>();
        for (var root : FILES) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(RetiredWordsTest::showsTexts).toList()) {
                    Files.readString(file)
                            .lines()
                            .filter(line -> RETIRED.matcher(line).find())
                            .forEach(line -> found.add(file + ": " + line));
                }
            }
        }

        assertThat(found).as("lines with retired words").isEmpty();
    }

    private static boolean showsTexts(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*\\.(?:txt|json|md)");
    }
}
