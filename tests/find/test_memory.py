from tildeling.find.memory import forget, remembered


def test_an_answer_is_worked_out_once_until_it_is_forgotten() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("kap. 291"), length("kap. 291")] == [8, 8]
    assert asked == ["kap. 291"]
    forget()
    assert length("kap. 291") == 8
    assert asked == ["kap. 291", "kap. 291"]


def test_a_parsed_letter_leaves_no_text_behind() -> None:
    import tildeling
    from tildeling.find.money import find_money

    text = "Tildelingsbrev til Kystverket for 2026\n\nDet tildeles 5 mill. kroner på kap. 1360."
    tildeling.parse_text(text)
    assert find_money.cache_info().currsize == 0  # type: ignore[attr-defined]
