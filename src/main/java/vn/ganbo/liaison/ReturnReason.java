package vn.ganbo.liaison;

/** Why a residence gives a letter back; labels under returnReason.* */
public enum ReturnReason {
    WRONG_ADDRESS,
    NOT_LIVING_HERE,
    ALREADY_REGISTERED,
    OTHER
}
