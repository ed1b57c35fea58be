package vn.ganbo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {
    @ParameterizedTest
    @CsvSource({
        "02-QC/CB, Quy chế số 02-QC/CB",
        "05-NQ/CB, Nghị quyết số 05-NQ/CB",
        "02-QĐ/CB, Quyết định số 02-QĐ/CB",
        "24-QĐ/TW, Quy định số 24-QĐ/TW",
        "28-CT/TW, Chỉ thị số 28-CT/TW",
        "12-HD/BTCTW, Hướng dẫn số 12-HD/BTCTW",
        "07-CTr/ĐU, Chương trình số 07-CTr/ĐU",
        "số 03-BB/CB, Biên bản số 03-BB/CB",
        "1043-XY/TU, Văn bản số 1043-XY/TU",
        "12, Văn bản số 12",
        "12/2026, Văn bản số 12/2026",
        "Quy chế làm việc năm 2026, Quy chế làm việc năm 2026",
        "Quy định số 24-QĐ/TW, Quy định số 24-QĐ/TW",
    })
    void grounds_say_what_kind_of_document_a_number_is_of(String typed, String cited) {
        assertThat(Citation.of(typed, "Văn bản")).isEqualTo(cited);
    }
}
