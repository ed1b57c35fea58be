-- What no act changes or takes away the program may not change or take away.
revoke delete on liaison.introduction, liaison.introduction_step, liaison.contact from app;
revoke update on liaison.introduction_step from app;
