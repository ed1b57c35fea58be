-- What no act takes away the program may not take away.
revoke delete on access.account from app;
