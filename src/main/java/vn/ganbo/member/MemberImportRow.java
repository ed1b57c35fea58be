package vn.ganbo.member;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
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
 */
record MemberImportRow(
        int row,
        String fullName,
        @Nullable PartialDate birth,
        @Nullable Sex sex,
        @Nullable String ethnicity,
        @Nullable String cardNo,
        @Nullable LocalDate admitted,
        @Nullable LocalDate official,
        @Nullable String post,
        int unitNo,
        @Nullable String address,
        @Nullable String commune,
        @Nullable String wishCode,
        @Nullable String phone,
        @Nullable String expertise,
        @Nullable String exempt,
        @Nullable String review) {

    static final Layout LAYOUT =
            new Layout(
                    "members",
                    "danh sách đảng viên",
                    List.of(
                            Layout.Column.optional("ordinal", "STT", "TT", "Số thứ tự"),
                            Layout.Column.required(
                                    "name", "Họ và tên", "Họ tên", "Họ và tên đảng viên"),
                            Layout.Column.required(
                                    "birth", "Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh"),
                            Layout.Column.optional("sex", "Giới tính"),
                            Layout.Column.optional("ethnicity", "Dân tộc"),
                            Layout.Column.required(
                                    "card", "Số thẻ đảng viên", "Số thẻ", "Số thẻ ĐV"),
                            Layout.Column.required(
                                    "admitted", "Ngày vào Đảng", "Ngày kết nạp", "Vào Đảng"),
                            Layout.Column.optional(
                                    "official", "Ngày chính thức", "Chính thức", "Ngày CT"),
                            Layout.Column.optional("post", "Chức vụ", "Chức vụ, nghề nghiệp"),
                            Layout.Column.required(
                                    "cell",
                                    "Mã chi bộ",
                                    "Mã chi bộ nơi công tác",
                                    "Mã tổ chức đảng"),
                            Layout.Column.optional(
                                    "address",
                                    "Số nhà, đường",
                                    "Địa chỉ",
                                    "Nơi ở",
                                    "Địa chỉ cư trú"),
                            Layout.Column.optional(
                                    "wish", "Mã chi bộ nơi cư trú", "Chi bộ nơi cư trú"),
                            Layout.Column.optional(
                                    "commune",
                                    "Mã xã/phường nơi cư trú",
                                    "Mã xã/phường",
                                    "Mã xã nơi cư trú"),
                            Layout.Column.optional("phone", "Điện thoại", "Số điện thoại", "ĐT"),
                            Layout.Column.optional("expertise", "Sở trường", "Chuyên môn"),
                            Layout.Column.optional(
                                    "exempt", "Diện miễn", "Miễn", "Thuộc diện miễn")));

    /** An official date makes an official member; before it one is on probation. */
    MemberStatus status() {
        return official == null ? MemberStatus.PROBATIONARY : MemberStatus.OFFICIAL;
    }
}
