package dev.signalman.playground.face;

import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves the built page from the class path; a plain page if the build had no npm. */
final class PageFiles {
    private static final String BUNDLE = "/dev/signalman/playground/page/";
    /** A name without a slash, so no path leaves the folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "json", "application/json",
            "webmanifest", "application/manifest+json");
    /** Cache header for files whose names contain a content hash. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final String bundle;
    private final Plain plain;

    /** The page to show without a build. */
    @FunctionalInterface
    interface Plain {
        String html();
    }

    PageFiles(Plain plain) {
        this(BUNDLE, plain);
    }

    PageFiles(String bundle, Plain plain) {
        this.bundle = bundle;
        this.plain = plain;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/", call -> front()),
                Route.of("GET", "/favicon.svg", call -> file("favicon.svg", "no-cache")),
                new Route("GET", "/assets/*", this::asset));
    }

    /** The page itself. */
    Reply front() throws IOException {
        var page = read("index.html");
        return page == null
                ? guarded(Reply.text(200, plain.html()), "html", "no-cache")
                : guarded(new Reply(200, null, Map.of(), page), "html", "no-cache");
    }

    private Reply asset(HttpCall call) throws IOException {
        var name = call.path().substring("/assets/".length());
        return NAME.matcher(name).matches() ? file("assets/" + name, FOR_EVER) : lost();
    }

    private Reply file(String path, String kept) throws IOException {
        var ending = path.substring(path.lastIndexOf('.') + 1);
        var content = TYPES.containsKey(ending) ? read(path) : null;
        return content == null ? lost() : guarded(new Reply(200, null, Map.of(), content), ending, kept);
    }

    private static Reply lost() {
        return Reply.text(404, "Not found");
    }

    private byte @Nullable [] read(String path) throws IOException {
        try (var stream = PageFiles.class.getResourceAsStream(bundle + path)) {
            return stream == null ? null : stream.readAllBytes();
        }
    }

    private static Reply guarded(Reply reply, String ending, String kept) {
        return new Reply(reply.status(), TYPES.get(ending), reply.headers(), reply.body())
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", kept);
    }
}
