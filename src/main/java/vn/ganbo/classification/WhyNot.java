package vn.ganbo.classification;

/**
 * Why a member does not review this year (Hướng dẫn 43-HD/BTCTW), or no longer does; labels under
 * whyNot.*
 */
enum WhyNot {
    EXEMPT,
    SUSPENDED,
    RECENT,
    LEFT
}
