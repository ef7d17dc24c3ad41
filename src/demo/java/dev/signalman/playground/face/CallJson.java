package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.RecordedCall;

/** Writes a recorded call for the page. */
final class CallJson {
    private CallJson() {}

    static ObjectNode of(RecordedCall call) {
        return PageJson.object()
                .put("n", call.number())
                .put("at", call.at().toString())
                .put("from", call.from())
                .put("to", call.to())
                .put("method", call.method())
                .put("path", call.path())
                .put("status", call.status())
                .put("ms", call.millis());
    }
}
