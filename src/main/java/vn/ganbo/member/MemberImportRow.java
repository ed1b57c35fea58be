package vn.ganbo.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.RegisterIntake.Mark;
import vn.ganbo.spreadsheet.Content;
import vn.ganbo.spreadsheet.Layout;

/**
 * One row of a list of members, typed and checked by itself. Null means that the row says nothing.
 *
 * @param row the sheet's row number
 * @param cardNo as it is kept: 30.564362
 * @param unitNo the cell of Party life
 * @param wishCode the residential cell that the workplace names: a wish, never a placement
 * @param exempt the ground of the exemption from meetings, or null
 * @param review what is possible but should be looked at again, or null
 * @param entry what only a register says; null in a workplace's list
 */
record MemberImportRow(
        int row,
        String fullName,
        @Nullable PartialDate birth,
        @Nullable Sex sex,
        @Nullable String ethnicity,
        @Nullable String cardNo,
        @Nullable String fileNo,
        @Nullable LocalDate admitted,
        @Nullable LocalDate official,
        @Nullable String occupation,
        @Nullable String post,
        int unitNo,
        @Nullable String address,
        @Nullable String commune,
        @Nullable String wishCode,
        @Nullable String phone,
        @Nullable String expertise,
        @Nullable String exempt,
        @Nullable String review,
        @Nullable Entry entry) {

    private static final Layout.Column ORDINAL =
            Layout.Column.optional("ordinal", "STT", "TT", "Số thứ tự", "Số TT", "No");
    private static final Layout.Column NAME =
            Layout.Column.required(
                            "name",
                            "Họ và tên",
                            "Họ tên",
                            "Họ và tên đảng viên",
                            "Họ tên đảng viên",
                            "Tên đảng viên",
                            "Đồng chí",
                            "Họ và tên khai sinh",
                            "Họ và đệm",
                            "Họ đệm",
                            "Họ và tên đệm",
                            "Họ và chữ đệm",
                            "Surname",
                            "Family name",
                            "Last name",
                            "Full name",
                            "Name")
                    .holding(Content.NAME);
    private static final Layout.Column GIVEN =
            Layout.Column.variant("given", "Tên", "Họ và tên / Tên", "Given name", "First name");
    private static final Layout.Column BIRTH =
            Layout.Column.optional(
                            "birth",
                            "Ngày sinh",
                            "Ngày, tháng, năm sinh",
                            "Năm sinh",
                            "Sinh ngày",
                            "Ngày tháng năm sinh",
                            "Sinh năm",
                            "Date of birth",
                            "Birth date",
                            "DOB",
                            "Year of birth")
                    .holding(Content.DATE);
    private static final Layout.Column BORN_MAN = born("bornMan", "Nam");
    private static final Layout.Column BORN_WOMAN = born("bornWoman", "Nữ");
    private static final Layout.Column BIRTH_DAY = birthPart("birthDay", "Ngày");
    private static final Layout.Column BIRTH_MONTH = birthPart("birthMonth", "Tháng");
    private static final Layout.Column BIRTH_YEAR =
            birthPart("birthYear", "Năm").insteadOf("birth");
    private static final Layout.Column SEX =
            Layout.Column.optional("sex", "Giới tính", "Nam/Nữ", "Phái", "Sex", "Gender")
                    .holding(Content.SEX);
    private static final Layout.Column ADMITTED =
            Layout.Column.optional(
                            "admitted",
                            "Ngày vào Đảng",
                            "Ngày kết nạp",
                            "Vào Đảng",
                            "Ngày vào Đảng dự bị",
                            "Ngày kết nạp Đảng",
                            "Ngày vào Đảng / Dự bị",
                            "Vào Đảng / Dự bị",
                            "Date joined",
                            "Ngày vào ĐCSVN",
                            "Ngày vào ĐCS Việt Nam",
                            "Vào ĐCSVN",
                            "Joined Party",
                            "Joined the Party",
                            "Admission date")
                    .following("birth", 18, 70);
    private static final Layout.Column OFFICIAL =
            Layout.Column.optional(
                            "official",
                            "Ngày chính thức",
                            "Chính thức",
                            "Ngày CT",
                            "Ngày vào Đảng chính thức",
                            "Ngày vào Đảng / Chính thức",
                            "Vào Đảng / Chính thức",
                            "Official date",
                            "Official since",
                            "Full member since")
                    .following("admitted", 1, 2);
    private static final Layout.Column PHONE =
            Layout.Column.optional(
                            "phone",
                            "Điện thoại",
                            "Số điện thoại",
                            "ĐT",
                            "SĐT",
                            "Số ĐT",
                            "Điện thoại liên hệ",
                            "Di động",
                            "Phone",
                            "Phone number",
                            "Mobile",
                            "Tel")
                    .holding(Content.PHONE);
    private static final Layout.Column EXEMPT =
            Layout.Column.optional("exempt", "Diện miễn", "Miễn", "Thuộc diện miễn");
    private static final Layout.Column ADDRESS =
            Layout.Column.optional(
                    "address",
                    "Số nhà, đường",
                    "Địa chỉ",
                    "Nơi ở",
                    "Chỗ ở",
                    "Địa chỉ cư trú",
                    "Nơi cư trú",
                    "Nơi ở hiện nay",
                    "Chỗ ở hiện nay",
                    "Địa chỉ thường trú",
                    "Thường trú",
                    "Hộ khẩu thường trú",
                    "Tạm trú",
                    "Nhà riêng",
                    "Nơi tạm trú",
                    "Address");

    /** Some lists have a column each for day, month and year. */
    private static Layout.Column birthPart(String key, String what) {
        return Layout.Column.variant(
                key,
                "Ngày sinh / " + what,
                "Ngày, tháng, năm sinh / " + what,
                "Sinh ngày / " + what,
                what + " sinh / " + what);
    }

    /** Some lists have a column for the births of men and one for those of women. */
    private static Layout.Column born(String key, String whose) {
        List<String> names = new ArrayList<>();
        names.add(whose);
        names.add("Năm sinh " + whose);
        names.add(whose + " sinh năm");
        BIRTH.alsoCalled().forEach(name -> names.add(name + " / " + whose));
        names.add(BIRTH.title() + " / " + whose);
        return Layout.Column.variant(key, "Năm sinh / " + whose, names.toArray(String[]::new))
                .insteadOf("birth", "sex");
    }

    /** Danh sách đảng viên: a workplace's list. */
    static final Layout LAYOUT =
            new Layout(
                    "members",
                    "danh sách đảng viên",
                    List.of(
                            ORDINAL,
                            NAME,
                            GIVEN,
                            BIRTH,
                            BORN_MAN,
                            BORN_WOMAN,
                            BIRTH_DAY,
                            BIRTH_MONTH,
                            BIRTH_YEAR,
                            SEX,
                            Layout.Column.optional("ethnicity", "Dân tộc"),
                            Layout.Column.optional(
                                            "card",
                                            "Số thẻ đảng viên",
                                            "Số thẻ",
                                            "Số thẻ ĐV",
                                            "Số thẻ Đảng",
                                            "Thẻ đảng viên",
                                            "Thẻ đảng",
                                            "Party card No",
                                            "Card No",
                                            "Card number")
                                    .holding(Content.CARD),
                            Layout.Column.optional(
                                    "fileNo",
                                    "Số lý lịch",
                                    "Số lý lịch đảng viên",
                                    "Số LL",
                                    "Số hồ sơ đảng viên"),
                            ADMITTED,
                            OFFICIAL,
                            Layout.Column.optional(
                                    "occupation", "Nghề nghiệp", "Nghề nghiệp hiện nay", "Nghề"),
                            Layout.Column.optional(
                                    "post",
                                    "Chức vụ",
                                    "Chức vụ, nghề nghiệp",
                                    "Chức danh",
                                    "Chức vụ, đơn vị công tác"),
                            Layout.Column.optional(
                                            "cell",
                                            "Mã chi bộ",
                                            "Mã chi bộ nơi công tác",
                                            "Mã tổ chức đảng",
                                            "Chi bộ",
                                            "Tên chi bộ",
                                            "Chi bộ nơi công tác",
                                            "Đang sinh hoạt tại chi bộ",
                                            "Chi bộ sinh hoạt")
                                    .holding(Content.CODE, Content.CELL),
                            ADDRESS,
                            Layout.Column.optional(
                                    "wish", "Mã chi bộ nơi cư trú", "Chi bộ nơi cư trú"),
                            Layout.Column.optional(
                                            "commune",
                                            "Mã xã/phường nơi cư trú",
                                            "Mã xã/phường",
                                            "Mã xã nơi cư trú")
                                    .holding(Content.COMMUNE),
                            PHONE,
                            Layout.Column.optional("expertise", "Sở trường", "Chuyên môn"),
                            EXEMPT));

    /** Sổ theo dõi: a residence's register kept by hand (DOMAIN 2.3). */
    static final Layout REGISTER =
            new Layout(
                    "register",
                    "sổ theo dõi đảng viên nơi cư trú",
                    List.of(
                            ORDINAL,
                            NAME,
                            GIVEN,
                            BIRTH,
                            BORN_MAN,
                            BORN_WOMAN,
                            BIRTH_DAY,
                            BIRTH_MONTH,
                            BIRTH_YEAR,
                            SEX,
                            ADMITTED,
                            OFFICIAL,
                            Layout.Column.optional(
                                    "workplace",
                                    "Đơn vị công tác",
                                    "Nơi công tác",
                                    "Cơ quan công tác",
                                    "Cơ quan, đơn vị",
                                    "Đơn vị"),
                            Layout.Column.optional(
                                    "resCell",
                                    "Chi bộ nơi cư trú",
                                    "Sinh hoạt tại chi bộ",
                                    "Chi bộ khu dân cư",
                                    "Chi bộ tổ dân phố"),
                            ADDRESS,
                            Layout.Column.optional(
                                            "letterNumber",
                                            "Giấy giới thiệu / Số",
                                            "Số giấy giới thiệu",
                                            "Số GGT")
                                    .holding(Content.LETTER),
                            Layout.Column.optional(
                                    "letterDate",
                                    "Giấy giới thiệu / Ngày",
                                    "Ngày giấy giới thiệu",
                                    "Ngày GGT",
                                    "Ngày cấp giấy",
                                    "Ngày cấp"),
                            Layout.Column.optional(
                                    "received",
                                    "Ngày tiếp nhận",
                                    "Tiếp nhận",
                                    "Ngày nhận",
                                    "Ngày về sinh hoạt"),
                            Layout.Column.optional(
                                    "midYear",
                                    "Sinh hoạt / 6 tháng",
                                    "Sinh hoạt / 6 tháng đầu năm",
                                    "Sinh hoạt / Lần 1",
                                    "Họp 6 tháng",
                                    "6 tháng đầu năm",
                                    "Sinh hoạt / Giữa năm",
                                    "Giữa năm",
                                    "6 tháng"),
                            Layout.Column.optional(
                                    "yearEnd",
                                    "Sinh hoạt / Cuối năm",
                                    "Sinh hoạt / 6 tháng cuối năm",
                                    "Sinh hoạt / Lần 2",
                                    "Họp cuối năm",
                                    "6 tháng cuối năm",
                                    "Cuối năm"),
                            PHONE,
                            EXEMPT,
                            Layout.Column.optional(
                                    "remark", "Ghi chú", "Biến động", "Ghi chú, biến động")));

    /**
     * What only a register says.
     *
     * @param ward the residence whose register it is
     * @param cell the residential cell, or null where the register names none
     * @param from the workplace's committee that introduced
     * @param start the first day on the register
     * @param end the first day no longer on it, or null
     */
    record Entry(
            int ward,
            @Nullable Integer cell,
            int from,
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate,
            @Nullable LocalDate received,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable String remark,
            boolean exempt,
            @Nullable Mark midYear,
            @Nullable Mark yearEnd) {}

    /**
     * An official date makes an official member; before it one is on probation. Where a list does
     * not tell that date, whoever was admitted more than a year ago is taken for official.
     */
    MemberStatus status(boolean tellsOfficial, LocalDate today) {
        boolean still =
                tellsOfficial || (admitted != null && admitted.plusMonths(12).isAfter(today));
        return official == null && still ? MemberStatus.PROBATIONARY : MemberStatus.OFFICIAL;
    }

    /** The same row, to be looked at again for one reason more. */
    MemberImportRow withReview(String sentence) {
        return new MemberImportRow(
                row,
                fullName,
                birth,
                sex,
                ethnicity,
                cardNo,
                fileNo,
                admitted,
                official,
                occupation,
                post,
                unitNo,
                address,
                commune,
                wishCode,
                phone,
                expertise,
                exempt,
                review == null ? sentence : review + " " + sentence,
                entry);
    }
}
