package vn.ganbo.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a half-year as they are kept: a key of the labels, and a count. */
final class Figures {
    private static final TypeReference<LinkedHashMap<String, Long>> COUNTS =
            new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Figures() {}

    static Map<String, Long> read(String kept) {
        return JSON.readValue(kept, COUNTS);
    }
}
