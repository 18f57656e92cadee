from cnet_agent.config import proof

KEY = "k" * 64


def test_the_agent_with_the_key_proves_itself() -> None:
    nonce = proof.new_nonce()
    assert len(nonce) == proof.NONCE_LENGTH
    assert proof.is_ours(KEY, nonce, 8080, proof.answer(KEY, nonce, 8080))


def test_another_key_another_nonce_or_another_port_proves_nothing() -> None:
    nonce = proof.new_nonce()
    assert not proof.is_ours(KEY, nonce, 8080, proof.answer("x" * 64, nonce, 8080))
    assert not proof.is_ours(KEY, nonce, 8080, proof.answer(KEY, proof.new_nonce(), 8080))
    assert not proof.is_ours(KEY, nonce, 8080, proof.answer(KEY, nonce, 8081))


def test_an_answer_that_is_no_digest_proves_nothing() -> None:
    assert not proof.is_ours(KEY, proof.new_nonce(), 8080, "é")
