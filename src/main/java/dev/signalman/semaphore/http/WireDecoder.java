package dev.signalman.semaphore.http;

import feign.Response;
import feign.codec.Decoder;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes answers by the expected type. The content type is ignored, since Semaphore usually sends none. */
final class WireDecoder implements Decoder {
    @Override
    public @Nullable Object decode(Response response, Type type) throws IOException {
        var bytes = BoundedBodyReader.bytes(response);
        if (type == void.class) {
            return accepted(bytes);
        }
        if (type instanceof ParameterizedType listing && listing.getRawType() == ListResponse.class) {
            return listing(response, bytes, listing.getActualTypeArguments()[0]);
        }
        return WireJson.read(bytes, WireJson.type(type));
    }

    /** Accepts any answer to an act: a JSON string, an object, bare text or nothing, but not a web page. */
    private static @Nullable Object accepted(byte[] bytes) {
        if (ErrorBody.isHtml(new String(bytes, StandardCharsets.UTF_8))) {
            throw CallFailure.unreadable("A web page answered instead of Semaphore's API; check SEMAPHORE_URL");
        }
        return null;
    }

    private static ListResponse<?> listing(Response response, byte[] bytes, Type itemType) {
        var items = WireJson.MAPPER.getTypeFactory().constructCollectionType(List.class, WireJson.type(itemType));
        return new ListResponse<>((List<?>) WireJson.read(bytes, items), response.headers());
    }
}
