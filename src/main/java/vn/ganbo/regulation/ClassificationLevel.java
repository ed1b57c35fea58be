package vn.ganbo.regulation;

/**
 * Mức xếp loại: the four levels of Quy định 366-QĐ/TW, Art. 11, the best first; labels under
 * classificationLevel.*
 */
public enum ClassificationLevel {
    EXCELLENT,
    GOOD,
    FULFILLED,
    NOT_FULFILLED
}
